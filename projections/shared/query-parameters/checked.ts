/** A text that a shape has accepted can be parsed; if it cannot, the caller has skipped the shape. */
export function checked<Value>(value: Value | null, text: string): Value {
  if (value === null) throw new TypeError(`the parameter "${text}" reached a query that its shape would have refused`);
  return value;
}
