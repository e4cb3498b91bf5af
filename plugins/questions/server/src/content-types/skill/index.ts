import schema from './schema.json' with { type: 'json' };

export default { schema };
