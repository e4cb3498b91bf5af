const KEY = 'lyceum_tab';

let own: string | undefined;

/**
 * The id of this browser tab, kept over reloads. It is taken out of the tab's storage while the page lives and put back when
 * it goes: a duplicated tab copies the storage, and would otherwise pass for this one [E-14].
 */
export function tabDevice(): string {
  if (own !== undefined) return own;
  const id = takeOut() ?? randomId();
  own = id;
  addEventListener('pagehide', () => putBack(id));
  addEventListener('pageshow', (event) => event.persisted && takeOut());
  return id;
}

function takeOut(): string | undefined {
  try {
    const kept = sessionStorage.getItem(KEY) ?? undefined;
    sessionStorage.removeItem(KEY);
    return kept;
  } catch {
    return undefined;
  }
}

function putBack(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without storage a reload counts as another device, which takes over and goes on all the same.
  }
}

/** `randomUUID` is missing on plain HTTP in a local network. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, place) =>
    (place === 6 ? (byte & 15) | 64 : place === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  );
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(''))
    .join('-');
}
