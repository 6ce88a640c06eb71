/** Content words by their tag that say nothing of the matter: of asking, telling, wishing, being. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `
请问 问问 想问 打听 咨询 了解 知道 告诉 听说 说是 说 讲 问 想 要 能 可以 可能 应该
应当 需要 有 没有 是 不是 在 来 去 到 给 让 叫 做 弄 搞 办 看 帮 用 算 行 会
得 觉得 认为 希望 想要 打算 准备 时候 现在 今年 事情 事儿 东西 情况 问题 意思 方面
地方 人家 别人 大家 自己 本人 家里 家 人 老人家 规定 政策 文件 规矩 上头 上面 国家
政府 公家 政策里 国家的 麻烦 谢谢 你好 您好 帮忙 一下 每月 每年 每人 一个 多少 什么
怎么 哪里 哪个 谁 好 大 多 少 高 低 同志 姑娘 小伙子 师傅 领导 怕 愁 急 闹 写
写明 具体 到底 究竟 咱们 我们 你们 他们 规定的 里面 里头 本地 当地 我家 享受 领取
申请 办理 属于 有关 关于 比较 一样 区别 差别 相比
`
    .trim()
    .split(/\s+/),
);
