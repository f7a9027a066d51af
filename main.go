// Command youju answers questions about Chinese news articles with evidence: in
// the terminal, as JSON lines for scripts, and as a Telegram bot.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/alecthomas/kong"

	"youju/garbage"
)

// commandLine is all that the command line may say: the flags that every command
// understands, and one command.
type commandLine struct {
	flags

	Version kong.VersionFlag `help:"显示版本。"`

	Ask      askCommand            `cmd:"" help:"问一个问题；不给问题就进入对话。"`
	ListArts articlesCommand       `cmd:"" name:"articles" help:"列出读到的文章。"`
	Figures  figuresCommand        `cmd:"" help:"列出文章里的数字：谁的、量的是什么、什么时候。"`
	Check    checkCommand          `cmd:"" help:"核对一段文字里的数字：和文章一致、大致一致、不一致，还是文章里没有。"`
	Eval     evalCommand           `cmd:"" help:"用一个 BEIR 文件夹测量检索和回答。"`
	MeasureF measureFiguresCommand `cmd:"" name:"measure-figures" hidden:"" help:"用标注过的数字测量台账。"`
	Embed    embedCommand          `cmd:"" help:"从标准输入读 JSON 行，给出向量。"`
	Serve    serveCommand          `cmd:"" help:"运行 Telegram 机器人和网页服务。"`
	Health   healthCommand         `cmd:"" help:"问正在运行的 serve 是否正常。"`
	Backup   backupCommand         `cmd:"" help:"把数据复制到一个新文件，serve 运行时也可以。"`
	Export   exportCommand         `cmd:"" help:"把大家评过的回答写成一个 BEIR 文件夹，供 eval 测量。"`
	Doctor   doctorCommand         `cmd:"" help:"检查令牌、存储、模型、文章和索引，每样说一句。"`
}

func main() {
	garbage.Collect()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], environment{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// run runs one command and returns its exit code: 0, 1 for a failure, 2 for
// wrong usage.
func run(ctx context.Context, args []string, env environment) int {
	var line commandLine
	exit := -1
	parser, err := kong.New(&line,
		kong.Name("youju"),
		kong.Description("有据：回答文章里的问题，每个数字都有出处。"),
		kong.Vars{"data": filepath.Join(xdg.DataHome, "youju"), "version": version},
		kong.Writers(env.out, env.err),
		kong.Exit(func(code int) { exit = code }),
		kong.PostBuild(emptyIsUnset),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(&line.flags, env),
	)
	if err != nil {
		fmt.Fprintln(env.err, "youju:", err)
		return 1
	}
	command, err := parser.Parse(args)
	if exit >= 0 { // --help or --version was answered
		return exit
	}
	if err != nil {
		fmt.Fprintf(env.err, "youju: %v（用法见 youju --help）\n", err)
		return 2
	}
	if err := command.Run(); err != nil {
		if !errors.Is(err, context.Canceled) || ctx.Err() == nil {
			fmt.Fprintln(env.err, "youju:", err)
		}
		return 1
	}
	return 0
}

// emptyIsUnset makes a variable that is set to nothing count as unset: that is
// how compose files and .env files leave one out.
func emptyIsUnset(k *kong.Kong) error {
	return kong.Visit(k.Model, func(node kong.Visitable, next kong.Next) error {
		if flag, ok := node.(*kong.Flag); ok {
			flag.Tag.Envs = slices.DeleteFunc(flag.Tag.Envs, func(name string) bool {
				value, set := os.LookupEnv(name)
				return set && value == ""
			})
			flag.Envs = flag.Tag.Envs
		}
		return next(nil)
	})
}
