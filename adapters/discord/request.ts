import type { RESTOptions } from 'discord.js';

/**
 * How requests go out: by the platform's own `fetch`. The SDK's way shares its connections with
 * whichever undici was loaded first, and another version of it does not know a form with files.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    // The same shape, in the types of another version.
    return await fetch(url, init as unknown as RequestInit);
  } catch (error) {
    // What the SDK decides by, such as ECONNRESET, is said of the cause.
    throw error instanceof TypeError && error.cause instanceof Error ? error.cause : error;
  }
};
