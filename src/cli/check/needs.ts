/**
 * What ECC needs of each network, as its adapters declare it. An SDK is loaded when it is asked
 * for, and none speaks to its network.
 */

export async function discordNeeds() {
  const [{ PermissionsBitField }, { inviteLink, missingFrom }] = await Promise.all([
    import('discord.js'),
    import('../../../adapters/discord/invite.js'),
  ]);
  return {
    inviteLink,
    /** Names of the permissions that are not in Discord's number. */
    missingFrom: (held: string): string[] => missingFrom(new PermissionsBitField(BigInt(held))),
  };
}

export async function slackScopes(): Promise<readonly string[]> {
  return (await import('../../../adapters/slack/manifest.js')).SCOPES;
}

/** Whether what reads encrypted rooms can be loaded here. */
export async function canEncrypt(): Promise<boolean> {
  try {
    const { initAsync } = await import('@matrix-org/matrix-sdk-crypto-wasm');
    await initAsync();
    return true;
  } catch {
    return false;
  }
}
