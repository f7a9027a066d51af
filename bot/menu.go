package bot

import (
	"github.com/go-telegram/bot/models"

	"youju/lang"
)

// menus are those that Telegram keeps: its codes are of two letters, which cannot
// tell scripts apart; the first is for everyone else.
var menus = [...]struct {
	code   string // ISO 639-1
	speaks lang.Language
}{{"", lang.Simplified}, {"zh", lang.Simplified}, {"en", lang.English}}

// commands is what stands in Telegram's menu of commands.
func commands(l lang.Language) []models.BotCommand {
	return []models.BotCommand{
		{Command: "ask", Description: l.Say("menu.ask")},
		{Command: "check", Description: l.Say("menu.check")},
		{Command: "articles", Description: l.Say("menu.articles")},
		{Command: "figures", Description: l.Say("menu.figures")},
		{Command: "new", Description: l.Say("menu.new")},
		{Command: "settings", Description: l.Say("menu.settings")},
		{Command: "forget", Description: l.Say("menu.forget")},
		{Command: "help", Description: l.Say("menu.help")},
		{Command: "start", Description: l.Say("menu.start")},
	}
}
