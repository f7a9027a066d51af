package main

import (
	"errors"
	"io"
	"slices"
)

// version is the program's, as CHANGELOG.md has it.
const version = "0.1.0"

// flags are what every command understands; each has its environment variable.
type flags struct {
	Articles []string `help:"文章的文件或文件夹（.md .txt .html .jsonl），可以重复；不给就用自带的文章。" env:"YOUJU_ARTICLES" placeholder:"PATH" sep:"none"`
	Data     string   `help:"数据目录，算过的向量存在这里。" env:"YOUJU_DATA" placeholder:"DIR" default:"${data}"`

	Reader      bool   `help:"让内置的阅读模型一起判断。" env:"YOUJU_READER" default:"true" negatable:""`
	EmbedURL    string `help:"改用远程的向量服务，例如 http://localhost:11434。" env:"YOUJU_EMBED_URL" placeholder:"URL"`
	EmbedKind   string `help:"远程服务的接口：openai 或 ollama。" env:"YOUJU_EMBED_KIND" enum:"openai,ollama" default:"openai"`
	EmbedModel  string `help:"远程服务的模型名。" env:"YOUJU_EMBED_MODEL"`
	EmbedKey    string `help:"远程服务的密钥；请用环境变量给。" env:"YOUJU_EMBED_KEY" placeholder:"KEY"`
	EmbedPrefix string `help:"远程模型的提问前缀。" env:"YOUJU_EMBED_PREFIX"`
}

// Validate refuses an empty path, which would mean the present folder: it is what
// --articles "$FOLDER" becomes where FOLDER was never set.
func (f *flags) Validate() error {
	if slices.Contains(f.Articles, "") {
		return errors.New("--articles is empty")
	}
	return nil
}

// environment is what a command may touch outside of its flags.
type environment struct {
	in       io.Reader
	out, err io.Writer
}
