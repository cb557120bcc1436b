/** Where facts for the operator go: names and codes, never what people wrote. */
export interface Log {
  debug(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
