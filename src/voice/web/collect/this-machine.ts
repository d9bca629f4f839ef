/** Whether an address leads to the machine that asks for it, and to no other. */
export function isThisMachine(url: string): boolean {
  return /^(localhost$|127\.|\[::1\]$)/.test(new URL(url).hostname);
}
