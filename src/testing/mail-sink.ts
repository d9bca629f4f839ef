import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it is given. */
export interface MailSink {
  /** For `SMTP_URL`. */
  url: string;
  /** Taken letters in their order. */
  letters: ParsedMail[];
  /** Those for an address. */
  to(address: string): ParsedMail[];
  close(): Promise<void>;
}

/** Starts one on a free port; it refuses a recipient with the code that `refusal` says, e.g. 550 for good or 451 for now. */
export async function mailSink(refusal: (address: string) => number | null = () => null): Promise<MailSink> {
  const letters: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _session, done) => {
      const code = refusal(address);
      done(code === null ? null : Object.assign(new Error("not taken"), { responseCode: code }));
    },
    onData: (stream, _session, done) => {
      simpleParser(stream, (error: Error | null | undefined, letter) => {
        if (!error) letters.push(letter);
        done(error);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    to: (wanted) => letters.filter((letter) => [letter.to ?? []].flat().some(({ text }) => text.includes(wanted))),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
