import type { Settings } from "./settings.ts";

/** Calls once when the page is one to ask on, and somebody stayed and scrolled as long and as far as is wanted. */
export function whenDue(
  { delay, scroll, share, pages }: Settings,
  page: Window,
  random: () => number,
  call: () => void,
): void {
  if ((delay ?? scroll) === null || random() * 100 >= share) return;
  let timer = 0;
  let isWaited = false;
  const listening = new AbortController();
  const { signal } = listening;
  const isHere = () => pages.length === 0 || pages.some((pattern) => pattern.test(page.location.pathname));
  const isScrolled = () => {
    const { scrollHeight, clientHeight, scrollTop } = page.document.documentElement;
    return (scrollTop + clientHeight) / scrollHeight >= (scroll ?? 0) / 100;
  };
  const check = () => {
    if (!isWaited || !isHere() || !isScrolled()) return;
    listening.abort();
    call();
  };
  /** Begins anew with each page, also where a script changes the address alone. */
  const begin = () => {
    page.clearTimeout(timer);
    isWaited = false;
    timer = page.setTimeout(
      () => {
        isWaited = true;
        check();
      },
      (delay ?? 0) * 1000,
    );
  };
  page.addEventListener("scroll", check, { signal, passive: true });
  page.addEventListener("popstate", begin, { signal });
  page.navigation?.addEventListener("navigatesuccess", begin, { signal });
  begin();
}
