import type { Letter, Mail } from "#platform/mail.ts";
import type { Sms } from "#platform/sms.ts";
import { type Asked, letterOf, textMessageOf } from "../../asking/letter.ts";
import type { Channel } from "../../asking/model.ts";
import { unsubscribing } from "../letters/unsubscribing.ts";

/** Writes to somebody; what it throws may say `isFinal`. */
export type Sender = (address: string, asked: Asked) => Promise<void>;
/** Null: nothing can be sent that way from here. */
export type Senders = Readonly<Record<Channel, Sender | null>>;

export function createSenders({ mail, sms }: { mail: Mail | null; sms: Sms | null }): Senders {
  return {
    email: mail === null ? null : (to, asked) => mail.send(mailAsking(to, asked)),
    phone: sms === null ? null : (to, asked) => sms.send({ to, text: textMessageOf(asked) }),
  };
}

/** The first question as an e-mail to somebody. */
export function mailAsking(to: string, asked: Asked): Letter {
  return {
    ...letterOf(asked),
    to,
    fromName: asked.from,
    headers: {
      ...unsubscribing(asked.refuseUrl),
      // RFC 3834: nobody's absence is to answer.
      "Auto-Submitted": "auto-generated",
    },
  };
}
