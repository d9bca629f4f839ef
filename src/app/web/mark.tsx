/** The product's mark: a line through three stations, the last one red. */
export function Mark() {
  return (
    <svg viewBox="0 0 34 34" width="34" height="34" fill="none" aria-hidden>
      <path d="M6 25c6 0 5-16 11-16s5 10 11 10" stroke="var(--accent)" strokeWidth="3.2" />
      <circle cx="6" cy="25" r="3.4" fill="var(--sheet)" stroke="var(--ink)" strokeWidth="2" />
      <circle cx="17" cy="9" r="3.4" fill="var(--sheet)" stroke="var(--ink)" strokeWidth="2" />
      <circle cx="28" cy="19" r="3.4" fill="var(--bad-2)" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}

export function JourneyGlyph() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M3 17c5 0 4-10 9-10s4 6 9 6" />
      <circle cx="12" cy="7" r="2" fill="var(--sheet)" />
    </svg>
  );
}
