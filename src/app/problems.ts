import { defineProblems } from '../kernel/problem.ts';

defineProblems({
  'app.port-in-use': {
    kind: 'conflict',
    sentence: (d) => `端口 ${d.port} 已被其他程序占用。请停掉那个程序，或用环境变量 PORT 换一个端口。`,
  },
  'app.demo-in-public': {
    kind: 'forbidden',
    sentence: (d) =>
      `系统里还有密码公开的演示账号，不能在 ${d.host} 上对外提供服务。请停用演示账号或修改其密码，或用新的数据文件夹并设 SHOUWANG_DEMO=off。`,
  },
  'app.port-denied': {
    kind: 'forbidden',
    sentence: (d) => `没有权限使用端口 ${d.port}。请用环境变量 PORT 换一个大于 1024 的端口。`,
  },
  'app.no-address': {
    kind: 'invalid',
    sentence: (d) => `本机没有地址 ${d.host}。请用环境变量 HOST 写明本机地址，例如 127.0.0.1 或 0.0.0.0。`,
  },
  'app.bad-proxies': {
    kind: 'invalid',
    sentence: (d) =>
      `TRUST_PROXY 中的“${d.given}”不对。请写前面有几层代理（1 至 9），或各代理的 IP 地址、网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8。`,
  },
  'app.bad-number': {
    kind: 'invalid',
    sentence: (d) => `环境变量 ${d.name} 要写 ${d.low} 至 ${d.high} 之间的整数。`,
  },
  'app.bad-port': { kind: 'invalid', sentence: (d) => `PORT“${d.port}”不是端口号。请写 1 至 65535 之间的整数。` },
});
