package bot

import (
	"github.com/go-telegram/bot/models"

	"youju/lang"
)

// languageOf is the language that a person has chosen for their Telegram.
func languageOf(who *models.User) lang.Language {
	if who == nil {
		return lang.Simplified
	}
	l, _ := lang.Of(who.LanguageCode)
	return l
}
