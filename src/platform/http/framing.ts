import type { FastifyReply } from "fastify";

/** Lets every site show this answer in a frame, which is refused otherwise. */
export function allowFraming(reply: FastifyReply): void {
  const policy = String(reply.getHeader("content-security-policy"));
  void reply
    .header("content-security-policy", policy.replace("frame-ancestors 'none'", "frame-ancestors *"))
    .removeHeader("x-frame-options");
}
