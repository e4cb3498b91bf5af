/** The part of JSON Schema that a settings schema may use. */
export type FieldSchema = {
  readonly type?: 'integer' | 'number' | 'string' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
};

/** The fields of a settings schema in their order. */
export function fieldsOf(schema: Readonly<Record<string, unknown>>): [name: string, field: FieldSchema][] {
  const { properties } = schema as { properties?: Record<string, FieldSchema> };
  return Object.entries(properties ?? {});
}

/** `maxFileBytes` → `Max file bytes`, where no translation stands. */
export function labelOf(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The limits of a field in words, such as `1 – 60`. */
export function limitsOf({ minimum, maximum }: FieldSchema): string {
  // A whole number without a limit of ours still carries JavaScript's own.
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? String(minimum) : '';
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? String(maximum) : '';
  if (least && most) return `${least} – ${most}`;
  if (least) return `≥ ${least}`;
  return most ? `≤ ${most}` : '';
}
