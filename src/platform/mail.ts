import { createTransport } from "nodemailer";
import type { Config } from "./config.ts";

export interface Letter {
  /** One address, without a name. */
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Whose letter it is, before the address it comes from; the name of `MAIL_FROM` when absent. */
  fromName?: string;
  /** Where an answer to it goes; to where it comes from when absent. */
  replyTo?: string;
  headers?: Record<string, string>;
}

export interface Mail {
  /**
   * Hands a letter to the mail server.
   * @throws MailError
   */
  send(letter: Letter): Promise<void>;
  /** Ends the connections; letters under way fail. */
  close(): void;
}

/** A letter that was not taken. */
export class MailError extends Error {
  override readonly name = "MailError";
  /** The same letter would be refused again: there is no such address, or the server does not want it. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal: boolean, cause: unknown) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}

/** What the server may take to answer, in milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

/** Letters through the server of `SMTP_URL`; null when there is none. */
export function createMail({ mail }: Pick<Config, "mail">): Mail | null {
  if (mail === null) return null;
  const transport = createTransport({ url: mail.smtpUrl, pool: true, maxConnections: 2, ...patience });
  return {
    send: async ({ to, fromName, ...letter }) => {
      const from = fromName === undefined ? mail.from : { name: fromName, address: addressIn(mail.from) };
      // As an object, an address is one address, whatever stands in it.
      const envelope = { from, to: { name: "", address: to }, disableFileAccess: true, disableUrlAccess: true };
      try {
        await transport.sendMail({ ...letter, ...envelope });
      } catch (error) {
        throw mailError(error);
      }
    },
    close: () => transport.close(),
  };
}

/** `a@b.example` of `Name <a@b.example>`. */
function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
}

/** RFC 5321 §4.2.1: a reply of 500 and more is for good, unless it is about who sends. */
function mailError(error: unknown): MailError {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message: string };
  const isAboutLetter = code === "EENVELOPE" || code === "EMESSAGE";
  return new MailError(message, isAboutLetter && (responseCode === undefined || responseCode >= 500), error);
}
