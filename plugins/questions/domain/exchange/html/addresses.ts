/** An address over https without a name or password in it, and without signs that would end it in Markdown. */
export function isHttps(address: string): boolean {
  if (!/^https:\/\/[^\s<>()\\"]+$/i.test(address)) return false;
  const url = URL.parse(address);
  return url !== null && url.username === '' && url.password === '';
}
