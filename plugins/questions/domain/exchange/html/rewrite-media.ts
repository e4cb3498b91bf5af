/** An image or audio of a Markdown text: what stands before its address, the address, and what follows. */
const MEDIA =
  /(!\[(?:[^\]\\]|\\.){0,2000}\]\(\s{0,3})(<[^<>\n]{1,2000}>|[^\s()<>]{1,2000})(\s{0,3}(?:"[^"\n]{0,200}")?\s{0,3}\))/g;

/** A Markdown text with other addresses of its images and audio; null from `change` leaves one as it is. */
export function rewriteMedia(markdown: string, change: (address: string) => string | null): string {
  if (!markdown.includes('](')) return markdown;
  return markdown.replace(MEDIA, (whole, before: string, address: string, after: string) => {
    const changed = change(address.startsWith('<') ? address.slice(1, -1) : address);
    return changed === null ? whole : before + changed + after;
  });
}
