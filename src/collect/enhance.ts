import { memoryOf } from "./memory.ts";
import { openPanel } from "./panel.ts";
import { proofOf } from "./proof-of.ts";
import { fetchPiece } from "./piece.ts";
import { post } from "./post.ts";
import { readSettings } from "./settings.ts";
import { whenDue } from "./trigger.ts";

const day = 86_400_000;

/**
 * Lets a link to a survey ask on the page where it stands: in its own place, or in a corner when it is pressed or by
 * itself. Whatever goes wrong, it stays a link to the survey.
 */
export function enhance(link: HTMLAnchorElement, trust: (html: string) => string): void {
  const page = link.ownerDocument;
  const settings = readSettings(link.dataset, page.documentElement.lang);
  const isCorner = settings.place === "corner";
  const url = link.href.replace("/s/", "/collect/").replace(/\?.*/s, "");
  const memory = memoryOf(url.slice(url.lastIndexOf("/") + 1), settings.mayStore);
  let isOpen = false;

  const send = async (body: string, onWaiting: () => void) => {
    memory.keep({ at: Date.now(), waiting: body });
    const answer = await post({ url, body, onWaiting });
    memory.keep({ at: Date.now() });
    return answer;
  };
  const open = async (isWanted: boolean) => {
    if (isOpen) return;
    isOpen = true;
    const piece = await fetchPiece(url, settings.language);
    if (piece === null) {
      isOpen = false;
      if (isWanted) page.location.assign(link.href);
      return;
    }
    const panel = openPanel(piece, {
      at: link,
      isCorner,
      trust,
      async onSubmit(fields, { proofBits }) {
        for (const [name, value] of settings.properties) fields.set(name, value);
        if (proofBits !== null) fields.set("proof", await proofOf(url, fields.get("attempt") ?? "", proofBits));
        return send(fields.toString(), () => panel.say(piece.words.waiting)).catch(() => null);
      },
      onClose() {
        isOpen = false;
        memory.keep({ ...memory.read(), at: Date.now() });
      },
    });
    if (isWanted) panel.focus();
    if (!isCorner) link.hidden = true;
  };

  const { at = 0, waiting } = memory.read() ?? {};
  if (waiting !== undefined) void send(waiting, () => undefined).catch(() => undefined);
  if (!isCorner) return void open(false);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open(true);
  });
  if (Date.now() - at > settings.rest * day) whenDue(settings, window, Math.random, () => void open(false));
}
