// SPDX-License-Identifier: Apache-2.0

// Ferretdb runs FerretDB, a MongoDB that others wrote, over SQLite files: ferretdb PORT FOLDER.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("usage: ferretdb PORT FOLDER")
	}
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:" + arguments[0]},
		Handler:   "sqlite",
		SQLiteURL: "file:" + arguments[1] + "/",
	})
	if err != nil {
		return err
	}
	return server.Run(context.Background())
}
