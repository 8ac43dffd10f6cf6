// Signs a body with a telephone line's secret and sends it, as a telephone system does.
import { createHmac } from 'node:crypto';

/**
 * @param {{ address: string, secret: string }} line
 * @param {string} path
 * @param {object} content
 * @returns {Promise<Response>}
 */
export function sendSigned({ address, secret }, path, content) {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return fetch(new URL(path, address), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Ainori-Timestamp': timestamp,
      'X-Ainori-Signature': `sha256=${signature}`,
    },
    body,
  });
}
