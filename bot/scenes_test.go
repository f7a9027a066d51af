package bot

import (
	"encoding/json"
	"testing"

	"youju/answer"
	"youju/bot/telegramtest"
	drawing "youju/bot/telegramtest/screen"
	"youju/retrieval"
)

// stage is where a scene is played.
type stage struct {
	t        *testing.T
	telegram *telegramtest.Server
	who      telegramtest.User
	room     *telegramtest.Room
	lines    []drawing.Line
}

func (s *stage) say(text string, changes ...func(*telegramtest.Message)) *telegramtest.Message {
	s.t.Helper()
	m := s.room.Say(s.who, text, changes...)
	s.lines = append(s.lines, drawing.Line{Message: m, Mine: true})
	return m
}

func (s *stage) hear() *telegramtest.Message {
	s.t.Helper()
	m := s.room.Next(s.t)
	s.lines = append(s.lines, drawing.Line{Message: m})
	return m
}

func (s *stage) tap(m *telegramtest.Message, label string) {
	s.t.Helper()
	s.lines = append(s.lines, drawing.Line{Did: "点「" + label + "」"})
	s.room.Tap(s.t, s.who, m, label)
}

// edit changes what was said.
func (s *stage) edit(m *telegramtest.Message, text string) *telegramtest.Message {
	s.t.Helper()
	s.room.Edit(m, text)
	s.telegram.WaitCalls(s.t, "editMessageText", 1)
	edited := *m
	edited.Text = text
	s.lines = append(s.lines, drawing.Line{Did: "把问题改成「" + text + "」"})
	return &edited
}

// changed shows the messages as they are after an edit.
func (s *stage) changed(answered, asked *telegramtest.Message) {
	s.t.Helper()
	s.lines = append(s.lines, drawing.Line{Message: asked, Mine: true})
	for _, m := range s.room.Sent() {
		if m.ID == answered.ID {
			m.ReplyToMessage = asked // a client shows what it says now
			s.lines = append(s.lines, drawing.Line{Message: m})
		}
	}
}

// open follows a figure's link.
func (s *stage) open(m *telegramtest.Message, figure string) {
	s.t.Helper()
	s.lines = append(s.lines, drawing.Line{Did: "点 " + figure})
	s.telegram.Follow(s.t, s.who, m.Link(s.t, figure))
}

// scene is one conversation.
type scene struct {
	name, title, note string
	language          string // of the person's Telegram; simplified Chinese where empty
	play              func(*stage)
}

func (s scene) record(t *testing.T, answerer *answer.Answerer, corpus *retrieval.Corpus) []drawing.Line {
	t.Helper()
	telegram := telegramtest.New(t)
	telegram.EnableInline()
	r := serving(t, telegram, answerer, corpus, askInline)
	defer r.stop(t)
	who, room := telegram.Person("李")
	if s.language != "" {
		who.LanguageCode = s.language
	}
	st := &stage{t: t, telegram: telegram, who: who, room: room}
	s.play(st)
	return st.lines
}

func scenes() []scene {
	return []scene{
		{name: "figure", title: "一个数字 · One figure",
			note: "数字在最前面；点它，看到它写在原文的哪一句。The figure comes first; a tap opens the sentence where it stands.",
			play: func(s *stage) {
				s.say("广州经开区实际利用外资多少")
				s.open(s.hear(), "254678万美元")
				s.hear()
			}},
		{name: "table", title: "比较：表格、图表、表格文件 · A comparison",
			note: "比较的答案是一张表，每行有出处；一点就是图表，或者带引文的 CSV。A comparison is a table with a citation a row, a chart and a CSV by a tap.",
			play: func(s *stage) {
				s.say(fasterQuestion)
				m := s.hear()
				s.tap(m, "图表")
				s.hear()
				s.tap(m, "表格文件（CSV）")
				s.hear()
			}},
		{name: "worked-out", title: "推算 · Worked out",
			note: "文章没有直接给出的，写明怎么算的；图里用斜纹。What the articles do not print says how it was worked out, and is hatched in the chart.",
			play: func(s *stage) {
				s.say("广州2019年固定资产投资大概多少")
				s.tap(s.hear(), "图表")
				s.hear()
			}},
		{name: "fallback", title: "看不到表格 · Where tables cannot be seen",
			note: "有的客户端还不会显示表格：点一下，换成文字，以后也发文字；服务器不认的时候也一样。A client that shows no tables gets text by a tap, from then on; so does a server that refuses them.",
			play: func(s *stage) {
				s.telegram.Fail(telegramtest.Fault{Method: "sendRichMessage", Code: 404, Description: "Not Found: method not found"})
				s.say(fasterQuestion)
				s.hear()
			}},
		{name: "absent", title: "没有就说没有 · Not there",
			note: "文章没有的，说没有，给最接近的。What is not in the articles is said not to be, with the nearest figure.",
			play: func(s *stage) {
				s.say("2021年郑州高新区有多少家科技型中小企业")
				s.hear()
			}},
		{name: "not-added", title: "加不出来的不加 · What may not be added",
			note: "名单可能重复，就不相加，说为什么。Lists that may overlap are not added up, and it says why.",
			play: func(s *stage) {
				s.say("昆山一共多少家瞪羚企业")
				s.hear()
			}},
		{name: "follow-up", title: "追问 · Follow-ups",
			note: "接着问就行。A follow-up needs no more than its new words.",
			play: func(s *stage) {
				s.say("广州去年新增市场主体多少")
				s.hear()
				s.say("增速呢")
				s.hear()
			}},
		{name: "edited", title: "改了的问题 · An edited question",
			note: "把问题改了，原来的回答跟着改，不另发一条。The answer to a question that is edited is edited too.",
			play: func(s *stage) {
				asked := s.say("淄博首次没过给补多少")
				answered := s.hear()
				asked = s.edit(asked, "淄博申报高企的通过率是多少")
				s.changed(answered, asked)
			}},
		{name: "inline", title: "在别的聊天里 · Inline mode",
			note: "在任何聊天里打 @机器人 和问题，选中的答案连同出处一起发出去。Type @bot and a question in any chat; the answer that is chosen is posted with its source.",
			play: func(s *stage) {
				question := "郑州高新区有多少家科技型中小企业"
				results := s.telegram.Inline(s.who, question).Results(s.t)
				s.lines = append(s.lines, drawing.Line{Did: "在群里输入「@" + s.telegram.Me().Username + " " + question + "」，选中「" + results[0].Title + "」"})
				s.lines = append(s.lines, drawing.Line{Message: s.telegram.Group("朋友们").Choose(s.who, results[0])})
			}},
		{name: "articles", title: "翻看 · Browsing",
			note: "文章可以翻、可以搜；一篇文章的数字是一张表，每个数字都点得到它的那句话。Articles by pages and by a word; the figures of one as a table, each a link to its sentence.",
			play: func(s *stage) {
				s.say("/articles 郑州")
				s.tap(s.hear(), "1")
				card := s.room.Next(s.t) // its beginning, which would make the picture too large
				s.tap(card, card.Buttons()[0].Text)
				s.hear()
			}},
		{name: "known", title: "谁有哪些数字 · What is known of a name",
			note: "时间也点得到；能比的几个画成图。The periods are links, too; what may be compared is drawn.",
			play: func(s *stage) {
				s.say("/figures 郑州高新区")
				s.tap(s.hear(), "图表")
				s.hear()
			}},
		{name: "check", title: "核对 · Fact check",
			note: "转发一段话，逐个核对里面的数字。A forwarded text has each of its figures checked.",
			play: func(s *stage) {
				s.say("郑州高新区科技型中小企业2130家，占全省17.8%", func(m *telegramtest.Message) {
					m.ForwardOrigin = json.RawMessage(`{"type":"hidden_user","sender_user_name":"某人","date":1}`)
				})
				s.hear()
			}},
		{name: "group", title: "群里，繁體 · In a group, in traditional characters",
			note: "只在被问到时说话，回复提问的那条；用什么字问，就用什么字答，数字和引文照原样。It speaks only when asked, in the script that was written.",
			play: func(s *stage) {
				s.room = s.telegram.Group("开发区新闻")
				s.say("/ask 鄭州高新區有幾家科技型中小企業")
				s.hear()
			}},
		{name: "settings", title: "设置 · Settings",
			note: "每个聊天自己定：语言、长短、要不要表格。Each chat chooses its language, how long answers are, and whether it gets tables.",
			play: func(s *stage) {
				s.say("/settings")
				s.hear()
			}},
		{name: "english", title: "English",
			note: "用英语问，中文引文外面的话是英语。Asked in English, the words around the Chinese quote are English.", language: "en",
			play: func(s *stage) {
				s.say("How many technology-based SMEs are there in Zhengzhou High-tech Zone?")
				s.hear()
			}},
	}
}
