/**
 * What runs first inside the sidebar's frame: google.script.run and host as the platform has them. Runners are immutable
 * builders; Date, functions, Map and the like are refused, also nested; arguments travel by value; the user object stays
 * here; a failure without a handler goes to the console.
 */
export const bridge = `(() => {
  let next = 1;
  const open = new Map();
  addEventListener('message', (event) => {
    if (event.source !== parent) return;
    const call = open.get(event.data.id);
    if (!call) return;
    open.delete(event.data.id);
    if (event.data.error === undefined) call.success && call.success(event.data.value === undefined ? null : event.data.value, call.user);
    else if (call.failure) call.failure(new Error(event.data.error), call.user);
    else if (call.failure === undefined) console.error(event.data.error);
  });
  const legal = (value, at) => {
    if (value === null || value === undefined) return;
    const type = typeof value;
    if (type === 'function' || type === 'symbol' || type === 'bigint') throw new Error('Failed due to illegal value in property: ' + at);
    if (type !== 'object') return;
    const tag = Object.prototype.toString.call(value);
    if (tag !== '[object Object]' && tag !== '[object Array]') throw new Error('Failed due to illegal value in property: ' + at);
    Object.values(value).forEach((each) => legal(each, at));
  };
  const runner = (options) => new Proxy({}, { get(_, name) {
    if (typeof name !== 'string' || name === 'then') return undefined;
    if (name === 'withSuccessHandler') return (success) => runner({ ...options, success });
    if (name === 'withFailureHandler') return (failure) => runner({ ...options, failure });
    if (name === 'withUserObject') return (user) => runner({ ...options, user });
    if (name.endsWith('_')) return undefined;
    return (...args) => {
      args.forEach(legal);
      const id = next++;
      open.set(id, options);
      parent.postMessage({ call: name, id, args: JSON.parse(JSON.stringify(args)) }, '*');
    };
  } });
  window.google = { script: { run: runner({}), host: {
    close: () => parent.postMessage({ close: true }, '*'),
    editor: { focus: () => parent.postMessage({ focus: true }, '*') },
    origin: 'https://docs.google.com',
  } } };
})();`;
