wait_http http://$N.12/index.php
visit portal http://$N.12/index.php
