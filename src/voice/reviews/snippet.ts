/** What a site puts where its reviews are shown: a link that works alone, and the script that shows them in its place. */
export function reviewsSnippet(url: string, words: string): string {
  const escaped = words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<a href="${url}" data-parcours-reviews>${escaped}</a>
<script src="${url.slice(0, url.lastIndexOf("/r/"))}/reviews.js" async></script>`;
}
