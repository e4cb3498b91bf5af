/** Widths at which a question is looked at, in CSS pixels. */
export const DEVICES = { phone: 390, tablet: 768, desktop: 1280 } as const;
export type Device = keyof typeof DEVICES;
export const DEVICE_NAMES = ['phone', 'tablet', 'desktop'] as const satisfies readonly Device[];

/** How much smaller a device is drawn so that it fits; never larger than it is. @param room width there is, in CSS pixels */
export const scaleOf = (device: Device, room: number): number =>
  room <= 0 ? 1 : Math.min(1, Math.max(0.2, room / DEVICES[device]));
