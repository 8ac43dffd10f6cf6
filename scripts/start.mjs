// `npm start [-- OPTION…]`: runs backend/main.ts in this process, so that signals reach it without a detour.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Ainori needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register();
await import('../backend/main.ts');
