import { follow } from "./follow.ts";
import { isAsked } from "./is-asked.ts";
import type { Piece } from "./piece.ts";

export interface PanelOptions {
  /** Where it is put: before this element, or in a corner of its page. */
  at: HTMLElement;
  isCorner: boolean;
  /** Makes markup of what the server sent pass where a site asks for trusted types. */
  trust: (html: string) => string;
  /** Takes the fields of the form, and answers what comes in its place. */
  onSubmit: (fields: URLSearchParams, asked: Piece) => Promise<Piece | null>;
  onClose: () => void;
}

/** A survey on somebody else's page, in a shadow where neither's style touches the other's. */
export interface Panel {
  /** Says something below, to be heard too. */
  say(text: string): void;
  focus(): void;
}

/** Draws what is asked; takes no focus by itself. */
export function openPanel(first: Piece, { at, isCorner, trust, onSubmit, onClose }: PanelOptions): Panel {
  const page = at.ownerDocument;
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, part: Partial<HTMLElementTagNameMap[Name]>) =>
    Object.assign(page.createElement(name), part);
  // No style that a site has for its own elements is meant for this one.
  const host = page.createElement("parcours-survey");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  shadow.adoptedStyleSheets = [sheet];
  const section = make("section", { tabIndex: -1, className: isCorner ? "corner" : "" });
  const body = make("div", {});
  const status = make("p", { role: "status", className: "away" });
  const close = make("button", { type: "button", className: "close", textContent: "×" });
  section.append(...(isCorner ? [close] : []), body, status);
  shadow.append(section);

  const shut = () => {
    const hadFocus = shadow.activeElement !== null;
    host.remove();
    if (hadFocus) at.focus();
    onClose();
  };
  const say = (text: string, isSeen = true) => {
    status.className = isSeen ? "" : "away";
    status.textContent = text;
  };
  const draw = (piece: Piece) => {
    const hadFocus = shadow.activeElement !== null;
    sheet.replaceSync(piece.style);
    section.lang = piece.language;
    section.dir = piece.direction;
    section.ariaLabel = piece.title;
    close.ariaLabel = piece.words.close;
    body.innerHTML = trust(piece.html);
    const form = body.querySelector("form");
    follow(form, isAsked);
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      void submit(form, piece);
    });
    // What had the focus is gone: whoever reads by ear or by keys is not sent back to the top of the page.
    if (hadFocus) (body.querySelector<HTMLElement>("[autofocus]") ?? section).focus();
  };
  const submit = async (form: HTMLFormElement, piece: Piece) => {
    const { words } = piece;
    if (form.ariaBusy !== null) return;
    form.ariaBusy = "true";
    say(words.sending);
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    const next = await onSubmit(fields, piece);
    form.ariaBusy = null;
    if (next === null) return say(words.failed);
    draw(next);
    say(next.title, false);
  };
  close.addEventListener("click", shut);
  section.addEventListener("keydown", ({ key }) => {
    if (isCorner && key === "Escape") shut();
  });
  // A link to a field would look for it in the page around.
  section.addEventListener("click", (event) => {
    const id = (event.target as Element).closest("a")?.hash.slice(1) ?? "";
    if (id === "") return;
    event.preventDefault();
    shadow.getElementById(id)?.focus();
  });
  draw(first);
  if (isCorner) page.body.append(host);
  else at.before(host);
  // Only what changes in a region that is there already is read out.
  setTimeout(() => say(first.title, false), 500);
  return { say, focus: () => section.focus() };
}
