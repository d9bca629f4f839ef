import { lookup as resolveName } from "node:dns/promises";
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export interface OutgoingRequest {
  url: string;
  method?: "GET" | "POST";
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface OutgoingAnswer {
  status: number;
  /** Its first 16 kB, as UTF-8. */
  body: string;
}

/**
 * Sends a request to an address that somebody typed, and to nowhere inside: the name is resolved once, and the connection
 * goes to an address that was looked at. Redirects are not followed.
 * @throws OutgoingError
 */
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

/** A request that was not sent, or not answered. */
export class OutgoingError extends Error {
  override readonly name = "OutgoingError";
  /** `private`: the address leads inside; `address`: it is none; `away`: nobody answered in time. */
  readonly reason: "private" | "address" | "away";

  constructor(reason: "private" | "address" | "away", message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

interface Address {
  address: string;
  family: number;
}

export interface OutgoingOptions {
  /** Whether addresses of this machine and of private networks may be reached. */
  mayReachPrivate: boolean;
  /** Addresses of a name; the system's by default. */
  resolve?: (name: string) => Promise<Address[]>;
  /** For the whole of a request, in milliseconds. */
  patience?: number;
}

const usualPatience = 10_000;
const longestBody = 16 * 1024;

export function createOutgoing({
  mayReachPrivate,
  resolve = (name) => resolveName(name, { all: true }),
  patience = usualPatience,
}: OutgoingOptions): Outgoing {
  /** All addresses of a name must be public: which of them is connected to is not ours to say. */
  const look = async (host: string): Promise<Address[]> => {
    const addresses = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }];
    const inside = mayReachPrivate ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
    if (inside === undefined) return addresses;
    throw new OutgoingError("private", `${inside.address} is not an address of the open internet`);
  };
  return async (request) => {
    const url = addressOf(request.url);
    const signal = AbortSignal.timeout(patience);
    try {
      const addresses = await Promise.race([look(url.hostname.replace(/^\[|\]$/g, "")), abortOf(signal)]);
      return await send(url, request, { lookup: lookupIn(addresses), signal });
    } catch (error) {
      if (error instanceof OutgoingError) throw error;
      const { message } = error as Error;
      throw new OutgoingError("away", signal.aborted ? "no answer in time" : message, error);
    }
  };
}

/** Connects to what was looked at, whatever the name means by now. */
function lookupIn(addresses: readonly Address[]): LookupFunction {
  return (name, { all }, done) => {
    const [first] = addresses;
    if (first === undefined) done(new Error(`${name} has no address`), []);
    else if (all === true) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}

async function abortOf(signal: AbortSignal): Promise<never> {
  await once(signal, "abort");
  throw new Error("no answer in time");
}

/**
 * Whether an address is one of the open internet: not of this machine, a private network, a link, a translation into any of
 * these, nor of a range that is reserved (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // Of IPv6, only 2000::/3 has been given out (RFC 4291 §2.4).
  return parsed.kind() === "ipv4" || parsed.match(ipaddr.parse("2000::"), 3);
}

/** The URL as it is connected to: `http://2130706433` and `http://0x7f.1` are 127.0.0.1 by now. */
function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol))
    throw new OutgoingError("address", "the address does not begin with https:// or http://");
  if (url.username !== "" || url.password !== "")
    throw new OutgoingError("address", "the address carries a name or a password");
  return url;
}

function send(
  url: URL,
  { method = "POST", headers = {}, body = "" }: OutgoingRequest,
  { lookup, signal }: { lookup: LookupFunction; signal: AbortSignal },
): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    const open = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request = open(url, {
      method,
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)), "user-agent": "Parcours" },
      lookup,
      signal,
      // A connection kept from an earlier request would not be looked at again.
      agent: false,
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const end = (): void => {
        const text = Buffer.concat(chunks).subarray(0, longestBody).toString("utf8");
        resolve({ status: response.statusCode ?? 0, body: text });
        request.destroy();
      };
      response.on("error", reject);
      response.on("end", end);
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length >= longestBody) end();
      });
    });
    request.end(body);
  });
}
