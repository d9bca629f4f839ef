import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createOutgoing, isPublicAddress } from "./outgoing.ts";

/** A server on this machine, and how often it was asked. */
async function serve(listener: RequestListener): Promise<{ port: number; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}

const inside: string[] = [
  "127.0.0.1",
  "127.8.9.10",
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "169.254.169.254",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.9",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:a00:1",
  "::ffff:169.254.169.254",
  "::127.0.0.1",
  "fe80::1",
  "fec0::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "64:ff9b::7f00:1",
  "64:ff9b:1::a00:1",
  "2002:7f00:1::",
  "2001::1",
  "2001:db8::1",
  "not an address",
];

test.each(inside)("[P70] %s is not an address of the open internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])(
  "[P70] %s is one",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "http://127.0.0.1",
  "http://2130706433",
  "http://0x7f000001",
  "http://0177.0.0.1",
  "http://127.1",
  "http://0",
  "http://[::1]",
  "http://[::ffff:127.0.0.1]",
  "http://[::ffff:7f00:1]",
  "http://169.254.169.254/latest/meta-data/",
  "http://127。0。0。1",
  "http://localhost",
])("[P71] %s is not reached", async (address) => {
  const { port, asked } = await serve((_, response) => response.end());
  const url = new URL(address);
  url.port = String(port);
  await expect(createOutgoing({ mayReachPrivate: false })({ url: url.href })).rejects.toMatchObject({
    reason: "private",
  });
  expect(asked()).toBe(0);
});

test("[P71] a name is resolved once, and one of whose addresses leads inside is not connected to", async () => {
  const { port, asked } = await serve((_, response) => response.end());
  let resolved = 0;
  const outgoing = createOutgoing({
    mayReachPrivate: false,
    resolve: async () => {
      resolved += 1;
      return [
        { address: "93.184.216.34", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ];
    },
  });
  await expect(outgoing({ url: `http://rebind.example:${port}` })).rejects.toMatchObject({ reason: "private" });
  expect([resolved, asked()]).toEqual([1, 0]);
});

test.each([
  "ftp://example.com",
  "file:///etc/passwd",
  "gopher://example.com",
  "example.com",
  "http://me:hush@example.com",
  "",
])("[P71] «%s» is no address to send to", async (url) => {
  const resolve = () => Promise.reject(new Error("resolved"));
  await expect(createOutgoing({ mayReachPrivate: false, resolve })({ url })).rejects.toMatchObject({
    reason: "address",
  });
});

test("[P72] where private addresses may be reached, the request arrives and its answer comes back", async () => {
  const heard = Promise.withResolvers<unknown>();
  const { port } = await serve((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      heard.resolve({ method: request.method, url: request.url, type: request.headers["content-type"], body });
      response.writeHead(202).end("reçu");
    });
  });
  const outgoing = createOutgoing({ mayReachPrivate: true });
  const answer = await outgoing({
    url: `http://localhost:${port}/hook?a=1`,
    headers: { "content-type": "application/json" },
    body: `{"é":1}`,
  });
  expect(answer).toEqual({ status: 202, body: "reçu" });
  expect(await heard.promise).toEqual({ method: "POST", url: "/hook?a=1", type: "application/json", body: `{"é":1}` });
});

test("[P72] a redirect is an answer, and is not followed", async () => {
  const elsewhere = await serve((_, response) => response.end());
  const { port } = await serve((_, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}` }).end(),
  );
  const answer = await createOutgoing({ mayReachPrivate: true })({ url: `http://127.0.0.1:${port}` });
  expect([answer.status, elsewhere.asked()]).toEqual([307, 0]);
});

test("[P72] an endless answer is cut, one that never comes is given up", async () => {
  const outgoing = createOutgoing({ mayReachPrivate: true, patience: 500 });
  const endless = await serve((_, response) => {
    const more = () => void (response.destroyed || response.write("x".repeat(10_000), more));
    more();
  });
  const { body } = await outgoing({ url: `http://127.0.0.1:${endless.port}` });
  expect(body).toBe("x".repeat(16 * 1024));
  const silent = await serve(() => undefined);
  await expect(outgoing({ url: `http://127.0.0.1:${silent.port}` })).rejects.toMatchObject({
    reason: "away",
    message: "no answer in time",
  });
});
