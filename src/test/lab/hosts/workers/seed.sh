wait_http http://$N.16:8000/; visit workers http://$N.16:8000/
wait_http http://$N.16:3000/
