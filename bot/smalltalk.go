package bot

import (
	"youju/hanzi"
	"youju/lang"
)

// smallTalk is what is not a question, as bare leaves it, with the key of its
// reply.
func smallTalk(text string) (key string, is bool) {
	switch hanzi.Simplify(text) {
	case "你好", "您好", "你好啊", "你好呀", "您好啊", "哈喽", "哈啰", "嗨", "嘿", "早", "早安", "早上好", "上午好", "中午好", "下午好", "晚上好", "晚安",
		"在", "在吗", "在么", "在嘛", "在不在", "有人吗", "hi", "hello", "hey", "hithere", "hellothere", "goodmorning", "goodevening",
		"嗨你好", "你好在吗", "您好在吗", "你好吗", "大家好", "test", "测试":
		return "bot.greeting", true
	case "谢谢", "谢谢你", "谢谢您", "谢谢啦", "谢谢了", "多谢", "多谢了", "谢了", "谢啦", "感谢", "非常感谢", "十分感谢", "好的谢谢", "好谢谢", "辛苦了", "thanks", "thankyou",
		"thx", "ty", "好的", "好", "ok", "okay", "收到", "明白了", "知道了", "嗯", "嗯嗯", "再见", "拜拜", "bye":
		return "bot.thanks", true
	case "帮助", "help", "怎么用", "怎么使用", "你是谁", "你是什么", "你会什么", "你能做什么", "你能干什么", "whoareyou", "whatcanyoudo":
		return "bot.help", true
	}
	return "", false
}

func unknownCommand(l lang.Language) []message {
	return sayText(l.Say("bot.unknown-command") + "\n\n" + l.Say("bot.help"))
}
