package bot

import (
	"fmt"

	"github.com/go-telegram/bot/models"
)

// Every text that people see stands in this file.

const (
	textWelcome = "你好，我是「有据」。我只根据收录的文章回答问题，说出的每个数字都附上原文，点一下就能看到它写在哪里。\n\n直接把问题发给我就行，比如："
	textHelp    = "直接提问就行，比如「2020年一共有多少家企业？」；追问「那增速呢」也可以。\n\n" +
		"• 粗体的数字是文章里的原话，[1] 是它的出处。\n" +
		"• 点「看原文」，可以看到数字所在的整段文字。\n" +
		"• 文章里没有的，我会直说没有。\n\n" +
		"在群里，请 @我、回复我的消息，或者用 /ask 提问。\n" +
		"/check 核对一段话里的数字：写在后面，或者回复那条消息；私聊里转发给我也行\n/articles 看看收录了哪些文章\n/new 换个话题，不接着上文\n/forget 删掉我存的你的提问记录"
	textGreeting   = "你好！想知道文章里的哪个数字？可以试试："
	textThanks     = "不客气！还想问什么，直接发给我就行。"
	textHint       = "我只看得懂文字。把想问的写成一句话发给我吧，比如："
	textEmptyAsk   = "想问什么？把问题写在 /ask 后面，比如：/ask 2020年一共有多少家企业？"
	textEmptyCheck = "想核对什么？把那段话写在 /check 后面，或者用 /check 回复那条消息。"
	textNoFigures  = "这段话里没有可以核对的数字。"
	textUnknown    = "没有这个命令。"
	textBroken     = "抱歉，这个问题我没能处理好。请稍后再试一次，或者换个问法。"
	textTooSlow    = "抱歉，这个问题想得太久了，没能答出来。请稍后再试一次。"
	textTooLong    = "这段话太长了，我读不完。请只发要问的那一句。"
	textLost       = "抱歉，刚才有一条回答没能保存下来。请再问一次。"
	textLastNotice = "接下来一分钟里再多的，我就不逐条回复了。"
	textNew        = "好，我们换个话题，前面说的先放下。想问什么？"
	textForgotten  = "已经删掉了：你的提问、我的回答和评价记录都不再保存。"
	textTapOld     = "这条消息太旧了，请把问题直接发给我。"
	textTapGone    = "这篇文章已经不在收录之列了。"
	textTapUnknown = "这个按钮已经失效了，请重新提问。"
	textTapChanged = "（文章后来更新过，下面是现在的原文。）"
	textQuoteShort = "……（节选，点「看原文」看整段）"
	textLong       = "……（这段文字太长，只显示数字前后的部分）"
	textUntitled   = "（无标题）"
	textCaption    = "图片说明"
	textNoArticles = "现在还没有收录文章。"
	buttonSource   = "看原文"
	textAskedByTap = "问："
)

func textStranger(chat int64) string {
	return fmt.Sprintf("抱歉，这个机器人只为指定的聊天服务。想使用的话，请把这个聊天的编号告诉管理员：%d", chat)
}

// textTooMany fits into a tap's notice of 200 characters, with textLastNotice.
func textTooMany(perMinute int) string {
	return fmt.Sprintf("问得太快啦，我一分钟只答得了每人 %d 个问题。请歇一会儿，再把这个问题发给我。", perMinute)
}

func textArticles(count int) string { return fmt.Sprintf("一共收录了 %d 篇文章：", count) }

func textMoreArticles(count int) string { return fmt.Sprintf("……还有 %d 篇。", count) }

// menuLanguage is the menu of commands for users of a language.
type menuLanguage struct {
	code     string // ISO 639-1; empty for everyone else
	commands []models.BotCommand
}

// menus is what stands in Telegram's menu of commands.
func menus() []menuLanguage {
	chinese := []models.BotCommand{
		{Command: "ask", Description: "提问：/ask 问题"},
		{Command: "check", Description: "核对一段话里的数字"},
		{Command: "articles", Description: "收录了哪些文章"},
		{Command: "new", Description: "换个话题"},
		{Command: "forget", Description: "删掉我的提问记录"},
		{Command: "help", Description: "怎么用"},
		{Command: "start", Description: "开始"},
	}
	english := []models.BotCommand{
		{Command: "ask", Description: "Ask about the articles: /ask question"},
		{Command: "check", Description: "Check the figures of a text"},
		{Command: "articles", Description: "List the articles"},
		{Command: "new", Description: "Start a new topic"},
		{Command: "forget", Description: "Delete what is kept of me"},
		{Command: "help", Description: "How to use this bot"},
		{Command: "start", Description: "Start"},
	}
	return []menuLanguage{{"", chinese}, {"zh", chinese}, {"en", english}}
}

// smallTalk is what is not a question, as bare leaves it.
func smallTalk(text string) (reply string, is bool) {
	switch text {
	case "你好", "您好", "你好啊", "你好呀", "您好啊", "哈喽", "哈啰", "嗨", "嘿", "早", "早安", "早上好", "上午好", "中午好", "下午好", "晚上好", "晚安",
		"在", "在吗", "在么", "在嘛", "在不在", "有人吗", "hi", "hello", "hey", "hithere", "hellothere", "goodmorning", "goodevening",
		"嗨你好", "你好在吗", "您好在吗", "你好吗", "大家好", "test", "测试":
		return textGreeting, true
	case "谢谢", "谢谢你", "谢谢您", "谢谢啦", "谢谢了", "多谢", "多谢了", "谢了", "谢啦", "感谢", "非常感谢", "十分感谢", "好的谢谢", "好谢谢", "辛苦了", "thanks", "thankyou",
		"thx", "ty", "好的", "好", "ok", "okay", "收到", "明白了", "知道了", "嗯", "嗯嗯", "再见", "拜拜", "bye":
		return textThanks, true
	case "帮助", "help", "怎么用", "怎么使用", "你是谁", "你是什么", "你会什么", "你能做什么", "你能干什么", "whoareyou", "whatcanyoudo":
		return textHelp, true
	}
	return "", false
}
