import { prove } from "../prove.ts";
import { openQueue, type Queue } from "./queue.ts";
import { sendWaiting } from "./send.ts";

/** Milliseconds: how long thanks are shown, after which rest somebody has gone, and how often what waits is tried. */
const times = { thanks: 8_000, idle: 90_000, round: 30_000 } as const;

const find = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector);

/**
 * Makes the page of a survey one that stands in a shop: it asks again after each answer, works without a connection and after
 * a restart, and sends what it kept when there is one.
 */
async function start(): Promise<void> {
  const queue = await openQueue();
  const show = async () => {
    const all = await queue.all();
    const apart = all.filter(({ refused }) => refused !== null).length;
    count("waiting", all.length - apart);
    count("apart", apart);
  };
  const send = () => sendWaiting(queue, show).catch(() => undefined);
  // What was refused yesterday, of a survey that was closed, may be taken today.
  for (const waiting of await queue.all()) await queue.keep({ ...waiting, refused: null });
  await show();
  void send();
  addEventListener("online", () => void send());
  setInterval(() => void send(), times.round);
  const form = find<HTMLFormElement>("form");
  if (form !== null)
    askAgain(form, queue, async () => {
      await show();
      await send();
    });
  find("[data-full-screen]")?.addEventListener("click", () => void document.documentElement.requestFullscreen());
  await keepPage();
}

/** Takes each answer, thanks, and puts the questions anew. */
function askAgain(form: HTMLFormElement, queue: Queue, onKept: () => Promise<void>): void {
  const thanks = find<HTMLTemplateElement>("template[data-thanks]");
  const main = find("main");
  if (thanks === null || main === null) return;
  for (const field of form.querySelectorAll<HTMLInputElement>(".main input")) field.required = true;
  let shownAt = Date.now();
  let timer = 0;
  const begin = () => {
    clearTimeout(timer);
    form.reset();
    main.replaceChildren(form);
    form.dispatchEvent(new Event("input"));
    clearTimeout(timer);
    shownAt = Date.now();
    scrollTo(0, 0);
  };
  const answer = async () => {
    const at = Date.now();
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    const id = crypto.randomUUID();
    fields.set("attempt", id);
    fields.set("took", String(at - shownAt));
    fields.set("proof", await prove(id, Number(form.dataset["proof"])));
    await queue.keep({ id, url: form.action.replace("/s/", "/collect/"), body: fields.toString(), at, refused: null });
    main.replaceChildren(thanks.content.cloneNode(true));
    main.querySelector("button")?.addEventListener("click", begin);
    clearTimeout(timer);
    timer = window.setTimeout(begin, times.thanks);
    await onKept();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    // The page's own script would hold it back for the proof of the attempt that the page came with.
    event.stopImmediatePropagation();
    void answer();
  };
  form.addEventListener("submit", submit, { capture: true });
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(begin, times.idle);
  });
}

/** Says a number in the words that stand ready for it; none, when there is nothing to say. */
function count(name: "waiting" | "apart", number: number): void {
  const place = find(`[data-${name}]`);
  if (place === null) return;
  place.hidden = number === 0;
  place.textContent = (place.dataset[name] ?? "").replace("{n}", String(number));
}

/** Lets the page be opened again without a connection, in each of its languages. */
async function keepPage(): Promise<void> {
  const { pathname } = location;
  await navigator.serviceWorker.register("/kiosk-worker.js", { scope: pathname });
  const languages = [...document.querySelectorAll<HTMLAnchorElement>("nav a")].map(({ href }) => href);
  const kept = await caches.open("parcours-kiosk");
  for (const url of new Set([pathname, location.href, ...languages, "/kiosk.js"])) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) await kept.put(url, answer);
  }
}

// Browsers keep pages and answers for sites they can trust: https, or this very machine. Elsewhere it is a plain form.
if (isSecureContext) void start();
