import { z } from 'zod';

/** Deploy-time values of the plugin. */
const Config = z.strictObject({
  /** Work factor of bcrypt: each step doubles the time. Tests take the lowest. */
  bcryptCost: z.number().int().min(10).max(15),
});

export type PlatformConfig = z.output<typeof Config>;

export default {
  default: { bcryptCost: 12 } satisfies PlatformConfig,
  validator: (config: unknown) => {
    Config.parse(config);
  },
};
