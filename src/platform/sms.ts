import type { Config } from "./config.ts";

export interface Sms {
  /**
   * Hands a text message to the provider; `to` is international, such as +33612345678.
   * @throws SmsError
   */
  send(message: { to: string; text: string }): Promise<void>;
}

/** A message that was not taken. */
class SmsError extends Error {
  override readonly name = "SmsError";
  /** The same message would be refused again: the number is none, or does not want it. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal: boolean, cause?: unknown) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

/** What the provider may take to answer, in milliseconds. */
const patience = 20_000;

/**
 * Text messages through a provider that takes what Twilio takes: `To`, `From` and `Body` as a form, the account in the URL
 * (https://www.twilio.com/docs/messaging/api/message-resource). Null when there is none.
 */
export function createSms({ sms }: Pick<Config, "sms">): Sms | null {
  if (sms === null) return null;
  const url = new URL(sms.url);
  const account = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  const headers = { authorization: `Basic ${Buffer.from(account).toString("base64")}` };
  return {
    send: async ({ to, text }) => {
      const body = new URLSearchParams({ To: to, From: sms.from, Body: text });
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(url, { method: "POST", headers, body, signal }).catch((error: unknown) => {
        throw new SmsError(`The provider of text messages does not answer: ${String(error)}`, false, error);
      });
      if (response.ok) return;
      const said = (await response.text()).slice(0, 300);
      throw new SmsError(`${response.status} ${said}`, response.status === 400);
    },
  };
}
