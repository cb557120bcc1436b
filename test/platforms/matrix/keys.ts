type Content = Record<string, unknown>;
type ByDevice = Record<string, Record<string, Content>>;

interface Device {
  keys: Content | null;
  readonly once: Map<string, unknown>;
  fallback: Record<string, unknown>;
  readonly inbox: { position: number; event: Content }[];
}

/** What encryption asks of a homeserver: keys of devices, and messages from device to device. */
export class Keys {
  readonly #devices = new Map<string, Device>();
  readonly #changes: { position: number; userId: string }[] = [];
  readonly #sent = new Set<string>();

  constructor(readonly next: () => number) {}

  #device(userId: string, deviceId: string): Device {
    const name = `${userId} ${deviceId}`;
    const known = this.#devices.get(name);
    if (known) return known;
    const fresh: Device = { keys: null, once: new Map(), fallback: {}, inbox: [] };
    this.#devices.set(name, fresh);
    return fresh;
  }

  upload(userId: string, deviceId: string, body: Content): object {
    const device = this.#device(userId, deviceId);
    if (body.device_keys) {
      device.keys = body.device_keys as Content;
      this.#changes.push({ position: this.next(), userId });
    }
    for (const [id, key] of Object.entries((body.one_time_keys ?? {}) as Content)) {
      device.once.set(id, key);
    }
    device.fallback = { ...device.fallback, ...((body.fallback_keys ?? {}) as Content) };
    return { one_time_key_counts: { signed_curve25519: device.once.size } };
  }

  query(body: Content): object {
    const found: ByDevice = {};
    for (const userId of Object.keys((body.device_keys ?? {}) as Content)) {
      const theirs: Record<string, Content> = {};
      for (const [name, { keys }] of this.#devices) {
        const [owner, deviceId = ''] = name.split(' ');
        if (owner === userId && keys) theirs[deviceId] = keys;
      }
      found[userId] = theirs;
    }
    return { device_keys: found, failures: {} };
  }

  claim(body: Content): object {
    const given: ByDevice = {};
    for (const [userId, devices] of Object.entries((body.one_time_keys ?? {}) as ByDevice)) {
      for (const deviceId of Object.keys(devices)) {
        const device = this.#device(userId, deviceId);
        const [once] = device.once;
        const key = once ?? Object.entries(device.fallback)[0];
        if (!key) continue;
        device.once.delete(key[0]);
        given[userId] = { ...given[userId], [deviceId]: { [key[0]]: key[1] } };
      }
    }
    return { one_time_keys: given, failures: {} };
  }

  send(sender: string, type: string, name: string, body: Content): object {
    if (this.#sent.has(`${sender} ${name}`)) return {};
    this.#sent.add(`${sender} ${name}`);
    for (const [userId, devices] of Object.entries((body.messages ?? {}) as ByDevice)) {
      for (const [deviceId, content] of Object.entries(devices)) {
        const event = { type, sender, content };
        this.#device(userId, deviceId).inbox.push({ position: this.next(), event });
      }
    }
    return {};
  }

  /** Their part of a sync; a message is gone once a later sync says it came. */
  since(userId: string, deviceId: string, since: number): Content & { any: boolean } {
    const device = this.#device(userId, deviceId);
    const events = device.inbox.filter(({ position }) => position > since);
    device.inbox.splice(0, device.inbox.length, ...events);
    const changed = this.#changes.filter(({ position }) => position > since);
    return {
      any: events.length + changed.length > 0,
      to_device: { events: events.map(({ event }) => event) },
      device_lists: { changed: [...new Set(changed.map((one) => one.userId))], left: [] },
      device_one_time_keys_count: { signed_curve25519: device.once.size },
      device_unused_fallback_key_types: Object.keys(device.fallback).map(() => 'signed_curve25519'),
    };
  }
}
