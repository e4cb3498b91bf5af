import { Temporal } from 'temporal-polyfill';

/**
 * The calendar day on which an instant falls for somebody in the zone, as `YYYY-MM-DD`.
 * The one place where instants become days: streaks, weeks and "today" all ask here.
 * @param timeZone IANA name
 */
export function localDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant of a local day; where the clock skips midnight, the first instant that exists. */
export function startOfLocalDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}
