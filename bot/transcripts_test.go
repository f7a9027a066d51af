package bot

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	drawing "youju/bot/telegramtest/screen"
)

const (
	transcripts  = "../docs/transcripts.md"
	picturesIn   = "../docs/transcripts"
	pictureBytes = 60_000 // the most that a picture may have
)

// TestTranscripts plays what people do with the bot over the shipped articles, with
// real answers, and holds docs/transcripts.md to it. -update writes the page anew, and
// its pictures where Chromium is at hand.
func TestTranscripts(t *testing.T) {
	var page strings.Builder
	page.WriteString(transcriptsHead)
	answerer, corpus := shipped(t)
	for _, s := range scenes() {
		lines := s.record(t, answerer, corpus)
		fmt.Fprintf(&page, "\n## %s\n\n%s\n\n![%s](transcripts/%s.png)\n\n<details><summary>文字 · as text</summary>\n\n```text\n%s```\n\n</details>\n",
			s.title, s.note, s.title, s.name, asText(lines))
		if *updateGolden {
			s.draw(t, lines)
		}
		picture, err := os.Stat(filepath.Join(picturesIn, s.name+".png"))
		if err != nil || picture.Size() > pictureBytes {
			t.Errorf("the picture of %s: %v, or more than %d bytes", s.name, err, pictureBytes)
		}
	}
	if *updateGolden {
		if err := os.WriteFile(transcripts, []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(transcripts)
	if err != nil || string(have) != page.String() {
		t.Errorf("%s is not what the bot says now, %v; go test ./bot -run Transcripts -update writes it anew\n%s", transcripts, err, page.String())
	}
}

const transcriptsHead = `<!-- Made by go test ./bot -run Transcripts -update; look at every picture before it is committed. -->
# 对话实录 · Transcripts

下面每一段都由程序自己演一遍：真的提问、真的回答（随程序附带的 8 篇文章），画面按机器人发给 Telegram 的消息画出来，不是截图。
Each is played by the tests: real questions, real answers over the shipped articles, drawn from the messages that the bot sent
to Telegram's API. They are drawings of what a client shows, not screenshots of one.
`

// draw makes the picture of a scene, where that can be done here.
func (s scene) draw(t *testing.T, lines []drawing.Line) {
	t.Helper()
	html, err := drawing.Page(lines)
	if err == nil {
		err = drawing.Draw(t.Context(), html, filepath.Join(picturesIn, s.name+".png"))
	}
	if errors.Is(err, drawing.ErrNoBrowser) {
		t.Logf("the picture of %s stays as it is: %v", s.name, err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
}

// asText is a scene for those who do not see the picture.
func asText(lines []drawing.Line) string {
	var out strings.Builder
	for _, l := range lines {
		switch m := l.Message; {
		case m == nil:
			fmt.Fprintf(&out, "（%s）\n\n", l.Did)
			continue
		case l.Mine:
			fmt.Fprintf(&out, "问：%s\n\n", m.Text)
			continue
		case m.RichMessage != nil:
			out.WriteString("答：" + m.RichMessage.Text() + "\n")
		case len(m.Photo) > 0:
			fmt.Fprintf(&out, "答：[图] %s\n", m.Caption)
		case m.Document != nil:
			fmt.Fprintf(&out, "答：[%s] %s\n", m.Document.Name, m.Caption)
		default:
			out.WriteString("答：" + m.Text + "\n")
		}
		for _, b := range l.Message.Buttons() {
			out.WriteString("[" + b.Text + "] ")
		}
		out.WriteString("\n\n")
	}
	return strings.TrimRight(out.String(), "\n ") + "\n"
}
