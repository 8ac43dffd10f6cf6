/** A message to somebody outside. A landline never gets a text message. */
export interface Notice {
  readonly personId: string;
  readonly kind: 'sms' | 'voice' | 'email';
  readonly address: string;
  readonly text: string;
}

export interface Notices {
  send(notice: Notice): Promise<void>;
}
