/** How to reach PostgreSQL, as `pg` wants to be told: the embedded one, or a server. */
export type Connection =
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly database: string;
    }
  | { readonly connectionString: string; readonly connectionTimeoutMillis: number };
