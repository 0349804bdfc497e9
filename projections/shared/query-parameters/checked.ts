/** What a shape has accepted reads as something; that it does not is a fault of the caller, who skipped the shape. */
export function checked<Value>(value: Value | null, text: string): Value {
  if (value === null) throw new TypeError(`the parameter "${text}" reached a query that its shape would have refused`);
  return value;
}
