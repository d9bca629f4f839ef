/** What lets a mail program say for somebody that they want to hear no more, by a POST (RFC 8058). */
export function unsubscribing(refuseUrl: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${refuseUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
