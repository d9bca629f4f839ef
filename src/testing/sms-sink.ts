import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface ReceivedMessage {
  to: string;
  from: string;
  text: string;
  authorization: string;
}

/** A provider of text messages that keeps what it is given. */
export interface SmsSink {
  /** For `SMS_URL`. */
  url: string;
  messages: ReceivedMessage[];
  close(): Promise<void>;
}

/** Starts one on a free port; it answers a number with the status that `refusal` says. */
export async function smsSink(refusal: (to: string) => number | null = () => null): Promise<SmsSink> {
  const messages: ReceivedMessage[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const to = form.get("To") ?? "";
    const status = refusal(to);
    if (status === null)
      messages.push({
        to,
        from: form.get("From") ?? "",
        text: form.get("Body") ?? "",
        authorization: request.headers.authorization ?? "",
      });
    response.writeHead(status ?? 201, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://AC1:a%20token@127.0.0.1:${port}/2010-04-01/Accounts/AC1/Messages.json`,
    messages,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
