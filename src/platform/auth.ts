import { betterAuth } from "better-auth";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { AppError } from "./errors.ts";
import type { Principal } from "./http/handler.ts";

export { hashPassword, verifyPassword };

/** Days a session lives after its last use. */
const sessionDays = 30;
/** What of the library's endpoints the screens use; everything else does not exist. */
const endpoints = ["/sign-in/email", "/sign-out", "/change-password"] as const;
/** Each could be a guess at a password: tries a minute from one address. */
const guessesPerMinute = 30;

export interface Auth {
  /** Who the session cookie of a request belongs to. */
  authenticate: (request: FastifyRequest) => Promise<Principal | null>;
  /** Opens a session and gives its cookie to the answer. */
  signIn(reply: FastifyReply, credentials: { email: string; password: string }): Promise<void>;
  /** Serves `/api/auth/*`. */
  register(app: FastifyInstance): void;
}

/** E-mail, password and sessions; accounts are made by the rooms, never by whoever comes along. */
export function createAuth({ pool, secret, publicUrl }: { pool: pg.Pool; secret: string; publicUrl: string }): Auth {
  const auth = betterAuth({
    appName: "Parcours",
    baseURL: publicUrl,
    secret,
    database: pool,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: sessionDays * 86_400, updateAge: 86_400 },
    // The server answers under every name it is reached by (localhost, 127.0.0.1): a page of that same name is its own.
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    // Counted for the whole site in one place.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "parcours",
      useSecureCookies: publicUrl.startsWith("https:"),
      ipAddress: { disableIpTracking: true },
    },
  });
  return {
    authenticate: async (request) => {
      if (request.headers.cookie === undefined) return null;
      const session = await auth.api.getSession({ headers: new Headers({ cookie: request.headers.cookie }) });
      return session === null ? null : { userId: session.user.id, name: session.user.name, email: session.user.email };
    },
    signIn: async (reply, credentials) => {
      const { headers } = await auth.api.signInEmail({ body: credentials, returnHeaders: true });
      for (const cookie of headers.getSetCookie()) void reply.header("set-cookie", cookie);
    },
    register: (app) => {
      for (const endpoint of endpoints) {
        app.post(`/api/auth${endpoint}`, { config: { rateLimit: { max: guessesPerMinute } } }, async (request, reply) =>
          relay(await auth.handler(toFetchRequest(request)), reply),
        );
      }
    },
  };
}

function toFetchRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  // The body was parsed and is written anew, so its old length no longer holds.
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  const url = `${request.protocol}://${request.host}${request.url}`;
  return new Request(url, { method: request.method, headers, body: JSON.stringify(request.body ?? {}) });
}

/** Hands on the cookies alone: the body repeats the session's token, which no script has to know. */
async function relay(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  if (response.status >= 400) throw await toAppError(response);
  for (const cookie of response.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  return reply.code(204).header("cache-control", "no-store").send();
}

/** The library's refusals, said as the rest of the API says them. */
async function toAppError(response: Response): Promise<Error> {
  const { code, message } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const title = message ?? "The sign-in service refused.";
  if (code === "INVALID_EMAIL_OR_PASSWORD") {
    return new AppError("not_signed_in", "The e-mail or the password is wrong.", {
      remedy: "Try again, or ask an owner for a new invitation.",
    });
  }
  if (response.status === 401) return new AppError("not_signed_in", title);
  if (response.status === 403) return new AppError("not_allowed", title);
  if (response.status < 500)
    return new AppError("invalid_input", title, { issues: [{ path: "", code: code ?? "refused", message: title }] });
  return new Error(`sign-in service: ${response.status} ${title}`);
}
