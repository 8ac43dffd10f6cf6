/** What is said when a cancellation is not taken back any more. */
export const undoTexts = {
  undoRefused: {
    ja: '元に戻せませんでした。乗るには、もう一度予約が要ります。',
    en: 'It could not be undone; it has to be booked again.',
  },
};
