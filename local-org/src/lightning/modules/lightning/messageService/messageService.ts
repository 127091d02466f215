/** `lightning/messageService`: Lightning Message Service inside one page ("Communicate Across the DOM" in the LWC guide). */

interface MessageChannel {
  readonly channelName: string;
}

type MessageListener = (message: unknown) => void;

interface MessageSubscription {
  readonly channel: string;
  readonly listener: MessageListener;
}

/** Scope that receives messages even when the component is not on the active page: all of them, as there is one page. */
export const APPLICATION_SCOPE = Object.freeze({});

const subscriptions = new Set<MessageSubscription>();
const context = Object.freeze({});

/** Wire adapter: what `publish` and `subscribe` take as their first argument. */
export class MessageContext {
  private readonly callback: (value: object) => void;

  constructor(callback: (value: object) => void) {
    this.callback = callback;
    callback(context);
  }

  connect(): void {
    this.callback(context);
  }

  update(): void {
    // It takes no configuration.
  }

  disconnect(): void {
    // Subscriptions end with `unsubscribe`.
  }
}

export function createMessageContext(): object {
  return context;
}

export function releaseMessageContext(_context: object): void {
  // The one context of the page lives as long as the page.
}

export function publish(_context: object, channel: MessageChannel, message?: unknown): void {
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel.channelName) subscription.listener(message);
  }
}

export function subscribe(_context: object, channel: MessageChannel, listener: MessageListener): MessageSubscription {
  const subscription = { channel: channel.channelName, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: MessageSubscription | null | undefined): void {
  if (subscription !== null && subscription !== undefined) subscriptions.delete(subscription);
}
