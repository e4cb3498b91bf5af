// Runs before the first paint, so that neither the theme nor the header changes in front of the reader.
const root = document.documentElement;
root.dataset.scripted = '';
try {
  const theme = localStorage.getItem('lyceum_theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
} catch {
  // Storage may be closed; the theme of the device stays.
}
if (/(?:^|; )lyceum_signed_in=1/.test(document.cookie)) root.dataset.signedIn = '';
