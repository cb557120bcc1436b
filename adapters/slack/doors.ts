import { HTTPReceiver, type Receiver } from '@slack/bolt';
import { clientOptions } from './client.js';
import { createConnection } from './connection.js';
import { SlackRefused } from './errors.js';
import { sdkLogger } from './logger.js';
import { SCOPES } from './manifest.js';
import { isSocket, type SlackParts } from './types.js';

/** How Slack reaches us. */
export interface Door {
  readonly receiver: Receiver;
  open(): Promise<void>;
  close(): Promise<void>;
}

export function createDoor({ config, store, log, returned }: SlackParts): Door {
  if (isSocket(config)) {
    const { appToken, apiUrl } = config;
    return createConnection({ appToken, apiUrl, log, returned });
  }
  const { clientId, clientSecret, stateSecret, publicUrl } = config;
  const redirectUriPath = '/slack/oauth_redirect';
  const receiver = new HTTPReceiver({
    ...{ signingSecret: config.signingSecret, clientId, clientSecret, stateSecret },
    ...{ logger: sdkLogger(log), installationStore: store, scopes: [...SCOPES] },
    redirectUri: `${publicUrl}${redirectUriPath}`,
    installerOptions: {
      ...{ redirectUriPath, directInstall: true },
      clientOptions: clientOptions({ apiUrl: config.apiUrl, log }),
    },
  });
  return {
    receiver,
    async open() {
      try {
        await receiver.start({ port: config.port, host: config.host });
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'listen';
        throw new SlackRefused('address', `${config.host}:${config.port}, ${code}`);
      }
    },
    close: () => receiver.stop(),
  };
}
