import schema from './schema.json' with { type: 'json' };

export const exam = { schema };
