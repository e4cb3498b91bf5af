// Small comforts of every page; each page reads whole without them.
const root = document.documentElement;

/** Theme choice of the preferences menu; an empty value follows the device. */
function themeChoice(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="theme"]')) {
    input.checked = input.value === (root.dataset.theme ?? '');
    input.addEventListener('change', () => {
      if (input.value === '') delete root.dataset.theme;
      else root.dataset.theme = input.value;
      try {
        localStorage.setItem('lyceum_theme', input.value);
      } catch {
        // Storage may be closed; the choice then lasts as long as the page.
      }
    });
  }
}

/** Times on pages that are the same for everybody, in the reader's own zone. Styles as in `i18n/format.ts`. */
function ownZone(): void {
  const tag = root.dataset.intl ?? 'en-GB';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const withTime = time.dataset.moment !== 'date';
    const instant = new Date(time.dateTime);
    time.textContent = new Intl.DateTimeFormat(tag, {
      weekday: time.dataset.moment === 'dateTime' ? 'long' : undefined,
      day: 'numeric',
      month: time.dataset.moment === 'dayTime' ? 'short' : 'long',
      year: 'numeric',
      ...(withTime && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    }).format(instant);
    time.title = zone;
  }
}

themeChoice();
ownZone();
