import {
  CircleDashed,
  Globe,
  Image,
  type LucideIcon,
  Mail,
  Mailbox,
  MessageSquareText,
  MessagesSquare,
  Newspaper,
  Phone,
  Radio,
  Share2,
  Smartphone,
  Store,
  Truck,
  Users,
  Wrench,
} from "lucide-react";
import type { ChannelKind } from "../model.ts";

const glyphs: Record<ChannelKind, LucideIcon> = {
  shop: Store,
  web: Globe,
  app: Smartphone,
  phone: Phone,
  email: Mail,
  sms: MessageSquareText,
  post: Mailbox,
  chat: MessagesSquare,
  social: Share2,
  poster: Image,
  radio: Radio,
  press: Newspaper,
  wordOfMouth: Users,
  delivery: Truck,
  service: Wrench,
  other: CircleDashed,
};

/** The sign of a kind of channel; always beside its name. */
export function ChannelGlyph({ kind, size = 14 }: { kind: ChannelKind; size?: number }) {
  const Glyph = glyphs[kind];
  return <Glyph size={size} strokeWidth={1.7} aria-hidden />;
}
